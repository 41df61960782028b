import { url as inspectorUrl } from 'node:inspector';
import { app } from 'electron';
import { startAnewAfterBug } from './shell/bugs.ts';
import { commandOf, runCommand } from './shell/command.ts';
import { guardApp } from './shell/guards.ts';
import { isOnlyOne } from './shell/only-one.ts';
import { declareScheme } from './shell/protocol.ts';
import { refusal } from './shell/refusal.ts';
import { start } from './shell/start.ts';

// 1. Nothing is trusted before anything runs: the screens' own scheme, the guards, the sandbox for every page.
process.umask(0o077);
startAnewAfterBug();
declareScheme();
guardApp();
const command = commandOf(process.argv, app.isPackaged);
const has = (name: string) => app.commandLine.hasSwitch(name);
const inspected = inspectorUrl() !== undefined;
const refused = refusal({ packaged: app.isPackaged, uid: process.getuid?.() ?? -1, has, env: process.env, inspected });
// Forced on for every page, also against a switch; a development start as root has no sandbox to force (refused below when packaged).
// A command opens no page, and root's commands could not start the reader process with it.
if (!command && (app.isPackaged || !has('no-sandbox'))) app.enableSandbox();

if (command) {
  // 2. A command of the IT person: no window, no display.
  void runCommand(command);
} else if (refused) {
  // 3. A counter does not run as root, nor without the sandbox.
  void runCommand(['refused', refused]);
} else if (!isOnlyOne()) {
  // 4. One Comptoir per data folder: two would write one journal.
  app.exit(0);
} else {
  // 5. The windows first, the powers beside them.
  void start();
}

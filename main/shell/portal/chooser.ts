import type { WebContents } from 'electron';
import { z } from 'zod';
import type { Papers } from '../../services/papers/index.ts';
import type { PortalChoosers } from './ports.ts';

// Chrome DevTools Protocol: what we read of its messages.
const Asked = z.object({ mode: z.enum(['selectSingle', 'selectMultiple']), backendNodeId: z.int().optional() });
const Attached = z.object({ sessionId: z.string(), targetInfo: z.object({ type: z.string() }) });
const Node = z.object({ node: z.object({ attributes: z.array(z.string()).optional() }) });

/**
 * A portal's file input never opens the system's dialog, which shows the whole machine: the question comes to us (CDP,
 * Page.setInterceptFileChooserDialog), and the citizen answers it with documents of the visit.
 */
export function guardChoosers(papers: Papers): PortalChoosers {
  return { guard: (contents) => guard(contents, papers) };
}

function guard(contents: WebContents, papers: Papers): void {
  const line = contents.debugger;
  /** The question that waits for its answer. */
  let asking: object | null = null;

  /**
   * One page, or a frame that has a process of its own; frames below it come by auto-attach. They must not wait for us: Chromium 130
   * then leaves them empty for ever. Nor need they: a file field asks only when it is touched.
   */
  const watch = (session?: string) =>
    Promise.all([
      line.sendCommand('Page.enable', {}, session),
      line.sendCommand('Page.setInterceptFileChooserDialog', { enabled: true }, session),
      line.sendCommand('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }, session),
    ]);
  const attached = async (session: string, type: string) => {
    // A worker can ask for no file.
    if (type === 'iframe' || type === 'page') await watch(session);
  };
  const asked = async (question: z.infer<typeof Asked>, session: string | undefined) => {
    // A picker without an element (showOpenFilePicker) gets nothing.
    const { backendNodeId } = question;
    if (backendNodeId === undefined) return;
    const { node } = Node.parse(await line.sendCommand('DOM.describeNode', { backendNodeId }, session));
    const mine = {};
    asking = mine;
    const host = URL.canParse(contents.getURL()) ? new URL(contents.getURL()).hostname : '';
    const accept = attribute(node.attributes ?? [], 'accept');
    const files = await papers.choose({ host, many: question.mode === 'selectMultiple', accept });
    if (asking !== mine) return;
    asking = null;
    if (files.length > 0) await line.sendCommand('DOM.setFileInputFiles', { files, backendNodeId }, session);
  };

  const heard = async (method: string, params: unknown, session: string) => {
    if (method === 'Page.fileChooserOpened') return asked(Asked.parse(params), session || undefined);
    if (method !== 'Target.attachedToTarget') return;
    const { sessionId, targetInfo } = Attached.parse(params);
    await attached(sessionId, targetInfo.type);
  };
  line.on('message', (_event, method: string, params: unknown, session: string) => {
    // The page, or its frame, went away while it was asked; or it is a message of a kind we do not know.
    heard(method, params, session).catch(() => {});
  });
  line.on('detach', () => {
    // Without the line the system's dialog could open: rather no page. One that is just being closed shares its process with its opener.
    setImmediate(() => {
      if (!contents.isDestroyed()) contents.forcefullyCrashRenderer();
    });
  });
  const drop = () => {
    if (asking === null) return;
    asking = null;
    papers.dropChooser();
  };
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) drop();
  });
  contents.on('destroyed', drop);
  if (!line.isAttached()) line.attach('1.3');
  watch().catch(() => {
    if (!contents.isDestroyed()) contents.forcefullyCrashRenderer();
  });
}

/** DOM.Node.attributes: name, value, name, value … */
function attribute(flat: readonly string[], name: string): string {
  const at = flat.findIndex((word, index) => index % 2 === 0 && word.toLowerCase() === name);
  return at < 0 ? '' : (flat[at + 1] ?? '');
}

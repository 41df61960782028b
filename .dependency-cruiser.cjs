// Who may import whom (ARCHITECTURE.md). One rule a line of the list, each with its reason;
// tests/house/layers.test.ts plants one breach for each and wants to see it red.

const TEST = '\\.test\\.tsx?$';
const NPM = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];
const inRepo = '^(main|native|renderer|tests|build|locales)/';

/** `from` may reach nothing of ours but `may`. */
const only = (name, comment, from, may) => ({
  name,
  comment,
  severity: 'error',
  from: { pathNot: TEST, ...from },
  to: { path: inRepo, pathNot: may },
});
/** `from` may not reach `to`. */
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
/** `from` may use no npm package but those that match `may`. */
const packages = (name, comment, path, may) =>
  never(name, comment, { path, pathNot: TEST }, { dependencyTypes: NPM, pathNot: `^node_modules/(${may})(/|$)` });

module.exports = {
  forbidden: [
    only(
      'core-alone',
      'Screens, services and hub share the core: it may know none of them.',
      { path: '^main/core/' },
      '^main/core/',
    ),
    packages('core-zod-only', 'The core must run everywhere the same: schemas are all it borrows.', '^main/core/', 'zod'),
    never(
      'core-pure',
      'No input, output, clock or random in the core: they are handed in.',
      { path: '^main/core/', pathNot: TEST },
      { dependencyTypes: ['core'] },
    ),

    only(
      'native-alone',
      'The process that talks to cards must stay small enough to read whole.',
      { path: '^native/' },
      '^(native|main/core)/',
    ),
    packages(
      'native-packages',
      'The card process carries one adapter and schemas, nothing that talks to the world.',
      '^native/',
      'pcsc-mini|zod',
    ),
    never(
      'pcsc-only-native',
      'One folder says PC/SC, so that the adapter can be replaced.',
      { pathNot: `^native/pcsc/|${TEST}` },
      { path: '^node_modules/pcsc-mini' },
    ),
    never(
      'no-sim-in-native',
      'The simulated card must not be able to reach a real card process.',
      { path: '^native/', pathNot: `^native/sim/|${TEST}` },
      { path: '^native/sim/' },
    ),
    never(
      'eid-not-adapter',
      'The eID reader knows the card interface, never the adapter behind it.',
      { path: '^native/eid/', pathNot: TEST },
      { path: '^native/pcsc/(?!pcsc\\.ts$)' },
    ),

    only(
      'services-alone',
      'A service is plain Node: it runs in tests and in the command line without any screen.',
      { path: '^main/services/' },
      '^main/(core|services)/|^native/',
    ),
    never(
      'services-by-front',
      'Services enter each other by index.ts: what is behind it may change.',
      { path: '^main/services/([^/]+)/', pathNot: TEST },
      { path: '^main/services/', pathNot: '^main/services/($1/|[^/]+/index\\.ts$)' },
    ),
    never(
      'native-only-card',
      'Only the card service speaks with the card process.',
      { path: '^main/services/', pathNot: `^main/services/card/|${TEST}` },
      { path: '^native/' },
    ),
    packages(
      'services-packages',
      'Services carry the database and schemas; each further package is a decision.',
      '^main/services/',
      'better-sqlite3|@types/better-sqlite3|zod',
    ),
    never(
      'sql-only-journal',
      'Only the journal says SQL.',
      { pathNot: `^main/services/journal/|${TEST}` },
      { path: '^node_modules/(@types/)?better-sqlite3' },
    ),

    never(
      'electron-only-shell',
      'Only the shell and the boot know Electron; all else runs without it.',
      { pathNot: `^main/(shell/|index\\.ts$)|^tests/|${TEST}` },
      { path: '^(node_modules/electron/|electron$)' },
    ),
    only(
      'shell-alone',
      'The shell puts services and windows together; it enters services and the command line by their fronts and never the screens.',
      { path: '^main/(shell/|index\\.ts$)' },
      '^main/(core|shell)/|^main/services/[^/]+/index\\.ts$|^main/cli/index\\.ts$',
    ),
    packages('shell-packages', 'The most powerful part borrows the least.', '^main/(shell/|index\\.ts$)', 'electron|zod'),

    only(
      'cli-alone',
      'The command line enters services by their fronts; the simulated card is for its demo.',
      { path: '^main/cli/' },
      '^main/(core|cli|hub)/|^main/services/[^/]+/index\\.ts$|^native/sim/',
    ),

    never(
      'renderer-no-node',
      'A screen has no power of its own: it asks through the contract.',
      { path: '^renderer/', pathNot: TEST },
      { dependencyTypes: ['core'] },
    ),
    only(
      'screens-few-doors',
      'Screens know the core, shared parts, the bridge and words.',
      { path: '^renderer/' },
      '^(main/core|renderer)/|^locales/',
    ),
    packages(
      'screens-packages',
      'What is loaded into a screen is a decision: no package that fetches or stores.',
      '^renderer/',
      'react|@types/react|react-dom|@types/react-dom|react-aria-components|@?react-aria|@react-types|@?react-stately|i18next|react-i18next|lucide-react|pdfjs-dist|uqr|vite|@fontsource-variable',
    ),
    never(
      'seats-apart',
      'Seats never import each other: each is one small app.',
      { path: '^renderer/(kiosk|console|phone|paper|pin)/' },
      { path: '^renderer/(kiosk|console|phone|paper|pin)/', pathNot: '^renderer/$1/' },
    ),
    never(
      'shared-below-seats',
      'Parts, words and bridge are shared: they know no seat.',
      { path: '^renderer/(parts|words|bridge)/', pathNot: TEST },
      { path: '^renderer/(kiosk|console|phone|paper|pin)/' },
    ),
    never(
      'bridge-is-thin',
      'The bridge is the typed contract and nothing more.',
      { path: '^renderer/bridge/' },
      { path: '^renderer/(?!bridge/)' },
    ),

    never(
      'nobody-imports-tests',
      'What ships knows nothing of tests.',
      { pathNot: `^tests/|${TEST}` },
      { path: `^tests/|${TEST}` },
    ),
    never(
      'nobody-imports-build',
      'The app does not know how it is built.',
      { path: '^(main|native|renderer)/', pathNot: TEST },
      { path: '^build/' },
    ),
    never(
      'no-circle',
      'Two files that need each other are one file or three.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    never('no-dead-import', 'An import that leads nowhere is a breach nobody sees.', {}, { couldNotResolve: true }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^build/(out|release|dist)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};

/**
 * Runs in every document of a page before its own scripts, among them: the one thing of ours that does. Chromium's `print()` opens the
 * system's dialog, which shows the machine's folders, and nothing outside a page can stop it; in its place stands a word to us.
 * `word`: by chance, so that no page can say it.
 */
export function ownPrint(word: string): void {
  const { console, open } = window;
  const say = console.debug.bind(console);
  const print = () => say(word);
  const tame = (world: Window & typeof globalThis) => {
    world.print = print;
    const { prototype } = world.Document;
    const command = prototype.execCommand;
    // The old command has Chromium's own `print`, past the one of the window.
    prototype.execCommand = function (this: Document, name, ...more) {
      if (!/^\s*print\s*$/i.test(`${name}`)) return Reflect.apply(command, this, [name, ...more]);
      print();
      return true;
    };
  };
  tame(window);
  // An empty page that this one opens can be told to print before anybody else has seen it.
  const opened: typeof open = (...given) => {
    const page = open.apply(window, given);
    try {
      // The type of a page that was opened leaves out what every page has.
      if (page) tame(page as Window & typeof globalThis);
    } catch {
      // another site's: it has a document of its own, where this runs
    }
    return page;
  };
  window.open = opened;
  const rewrite = document.open;
  // With three words it opens a page, else it empties this one (HTML, dynamic markup insertion).
  Document.prototype.open = function (this: Document, ...given: string[]) {
    return given.length > 2 ? opened(...given) : Reflect.apply(rewrite, this, given);
  } as typeof rewrite;
}

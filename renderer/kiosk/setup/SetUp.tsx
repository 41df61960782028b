import { Fragment } from 'react';
import type { Boot } from '../../../main/core/contract.ts';
import { Mark } from '../../parts/Mark.tsx';
import './SetUp.css';
import { type SetUpWords, setUpWords } from './words.ts';

/** Name of the file that is to be corrected; the same in every language. */
const FILE = 'settings.json';

/**
 * The settings cannot be used: whose counter this is, which languages are spoken and who may look on is not known. Citizens are
 * sent to a person; whoever repairs it reads each key, what was found and what is allowed. Nothing can be touched here.
 */
export function SetUp({ problems }: { problems: Boot['problems'] }) {
  const each = setUpWords();
  const all = (key: keyof SetUpWords) =>
    each.map(({ language, words }, at) => (
      <Fragment key={language}>
        {at > 0 && ' · '}
        <span lang={language}>{words[key]}</span>
      </Fragment>
    ));
  return (
    <main className="setup">
      <p className="setup-brand">
        <Mark /> Comptoir
      </p>
      <h1 className="setup-each">
        {each.map(({ language, words }) => (
          <span key={language} lang={language}>
            <b>{words.title}</b> <span>{words.next}</span>
          </span>
        ))}
      </h1>
      <section className="setup-it" aria-labelledby="setup-it">
        <h2 id="setup-it">{all('it')}</h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list longer than its place is read by keyboard too */}
        <section className="setup-list" tabIndex={0} aria-labelledby="setup-it">
          <table>
            <thead>
              <tr>
                {(['key', 'found', 'allowed'] as const).map((key) => (
                  <th key={key} scope="col">
                    {all(key)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {problems.map(({ key, found, allowed }) => (
                <tr key={`${key} ${found}`}>
                  <th scope="row">
                    <code>{key}</code>
                  </th>
                  <td>
                    <code>{found}</code>
                  </td>
                  <td>
                    <code>{allowed}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <p>
          <code>{FILE}</code> {all('after')}
        </p>
      </section>
    </main>
  );
}

import type { Paper } from '../../main/core/paper.ts';
import { isExpired, isVerified } from '../../main/core/procedure/sheet.ts';
import { Mark } from '../parts/Mark.tsx';
import { askKey, OTHER_WAYS } from '../parts/ways.ts';
import { given, longDay, useTranslation } from '../words/index.ts';
import { PaperSteps } from './PaperSteps.tsx';

/** The paper to take away: A4, large print, boxes to tick, a line for a date, and no person anywhere. `today`: ISO date. */
export function PaperSheet({ paper, today }: { paper: Paper; today: string }) {
  const { t } = useTranslation('kiosk');
  const { sheet, language } = paper;
  const { text, file } = sheet;
  const check = (sure: boolean) => (sure ? null : <small> {t('line.toCheck')}</small>);
  const outdated = isExpired(file, today) ? file.validUntil : null;
  return (
    <main>
      <header>
        <p className="place">
          <Mark /> {paper.place}
        </p>
        <h1>{text.title}</h1>
        <p>{text.summary}</p>
        {outdated && <p className="honest">{t('sheet.outdated', { day: longDay(outdated, language) })}</p>}
        {!outdated && !isVerified(file, today) && <p className="honest">{t('doc.unverified')}</p>}
      </header>

      <section className="bring">
        <h2>{t('sheet.bring')}</h2>
        {text.bring ? (
          <ul>
            {text.bring.map((line) => (
              <li key={line}>
                {line}
                {check(file.facts.bring.grade === 'sure')}
              </li>
            ))}
          </ul>
        ) : (
          <p>{t('sheet.ask')}</p>
        )}
      </section>

      <PaperSteps paper={paper} />

      {text.watchOut.length > 0 && (
        <section className="bring">
          <h2>{t('sheet.watch')}</h2>
          <ul>
            {text.watchOut.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}

      <section className="next">
        <h2>{t('doc.next')}</h2>
        <p>
          {t('doc.date')} {paper.nextDate ? <b>{longDay(paper.nextDate, language)}</b> : <i className="blank" />}
        </p>
        {file.portal && (
          <p>
            {t('line.site', { host: '' })} <b className="code">{file.portal.host}</b>
            {check(file.portal.grade === 'sure')}
          </p>
        )}
      </section>

      <section className="ways">
        <h2>{t('doc.ways')}</h2>
        <dl>
          {OTHER_WAYS.map((way) => (
            <div key={way}>
              <dt>{t(`ways.${way}`)}</dt>
              <dd>
                {text[way] ?? t(askKey(sheet, way))}
                {text[way] && check(file.facts[way].grade === 'sure')}
              </dd>
            </div>
          ))}
        </dl>
        <p className="law">
          <b>{t(`ways.status.${sheet.legal.status}`)}.</b> {given(`legal.${sheet.legal.id}`)}
        </p>
      </section>

      <footer>
        {paper.receipt ? (
          <p>
            {t('doc.code')} <b className="code receipt">{paper.receipt}</b> <span>{t('doc.codeText')}</span>
          </p>
        ) : (
          <p>{t('doc.notCounted')}</p>
        )}
        <p>{t('doc.noName')}</p>
      </footer>
    </main>
  );
}

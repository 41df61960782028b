import type { Sheet } from '../../main/core/procedure/schema.ts';
import { Known } from '../parts/Known.tsx';
import { Legal } from '../parts/Legal.tsx';
import { WAY_PICTURE } from '../parts/Ways.tsx';
import { askKey, OTHER_WAYS } from '../parts/ways.ts';
import { useTranslation } from '../words/index.ts';

/** Counter, phone and post, always beside the script, with the legal basis and its status. */
export function WaysPane({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('phone');
  const { t: tKiosk } = useTranslation('kiosk');
  return (
    <>
      <h2>{t('ways.title')}</h2>
      <ul className="other-ways">
        {OTHER_WAYS.map((way) => {
          const Picture = WAY_PICTURE[way];
          return (
            <li key={way}>
              <h3>
                <Picture aria-hidden />
                {tKiosk(`ways.${way}`)}
              </h3>
              <Known grade={sheet.file.facts[way].grade} ask={tKiosk(askKey(sheet, way))}>
                {sheet.text[way]}
              </Known>
            </li>
          );
        })}
      </ul>
      <Legal sheet={sheet} />
    </>
  );
}

import { useState } from 'react';
import type { CardField } from '../../../main/core/card/view.ts';
import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { Title } from '../../parts/Title.tsx';
import { useTranslation } from '../../words/index.ts';
import { Fit } from '../frame/Fit.tsx';
import { Frame } from '../frame/Frame.tsx';
import { useKiosk } from '../visit/context.ts';
import { CardArt } from './CardArt.tsx';
import { CodeButton } from './CodeButton.tsx';

/** The two fields a citizen may show, in the order they are asked for. */
const FIELDS = ['first-name', 'validity'] as const satisfies readonly CardField[];

/** Field by field: what may be read, why, and what is never asked. Nothing is ticked beforehand, and "no" is as big as "yes". */
export function CardConsent() {
  const { t } = useTranslation();
  const { dispatch } = useKiosk();
  const [fields, setFields] = useState<readonly CardField[]>([]);
  const set = (field: CardField, on: boolean) =>
    setFields((was) => FIELDS.filter((each) => (each === field ? on : was.includes(each))));
  return (
    <Frame
      go={
        <>
          <Button onPress={() => dispatch({ do: 'refuseCard' })}>
            <Fit long={t('card.no')} short={t('card.noShort')} />
          </Button>
          <Button kind="primary" isDisabled={fields.length === 0} onPress={() => void ask('card.agree', { fields: [...fields] })}>
            {fields.length === 0 ? t('card.first') : <Fit long={t('card.yes')} short={t('card.yesShort')} />}
          </Button>
        </>
      }
    >
      <div className="mycard">
        <CardArt state="present" />
        <div className="mycard-words">
          <Title>{t('card.present.title')}</Title>
          <p>{t('card.present.text')}</p>
          <div className="mycard-fields">
            {FIELDS.map((field) => (
              <Switch key={field} on={fields.includes(field)} onSwitch={(on) => set(field, on)}>
                <b>{t(`card.fields.${field}`)}</b>
                <small>{t(`card.why.${field}`)}</small>
              </Switch>
            ))}
          </div>
          <p className="soft mycard-small">
            {t('card.never')} {t('card.gone')}
          </p>
          <CodeButton />
        </div>
      </div>
    </Frame>
  );
}

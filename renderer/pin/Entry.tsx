import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { type PinView, questionOf } from '../../main/core/card/code.ts';
import { ask } from '../bridge/index.ts';
import { Button } from '../parts/Button.tsx';
import { Live } from '../parts/Live.tsx';
import { Title } from '../parts/Title.tsx';
import { useTranslation } from '../words/index.ts';
import { Advice } from './Advice.tsx';
import { Pad } from './Pad.tsx';
import { Page } from './Page.tsx';
import { Problem } from './Problem.tsx';

/** Which code, for what, and the keys. The digits are dots here: the page never has them. */
export function Entry({ view }: { view: Extract<PinView, { phase: 'entry' }> }) {
  const { t } = useTranslation('pin');
  const { field, does, triesLeft, digits, enough, pad } = view;
  // Main forgets it with the first digit; who reads slowly still wants it.
  const [problem, setProblem] = useState(view.problem);
  if (view.problem && view.problem !== problem) setProblem(view.problem);
  const count = digits === 0 ? t('entry.none') : t('entry.count', { count: digits });
  return (
    <>
      <div className="pin-entry">
        <Page
          go={
            <Button icon={X} onPress={() => void ask('pin.back', questionOf(view))}>
              {t('entry.cancel')}
            </Button>
          }
        >
          <Title>{t(`entry.title.${field}`)}</Title>
          {problem ? (
            <Problem problem={problem} triesLeft={triesLeft} />
          ) : (
            <p>{field === 'current' ? t(`entry.hint.${does}`) : t(`entry.hint.${field}`)}</p>
          )}
          <Advice />
        </Page>
        <Pad digits={pad} count={digits} enough={enough} said={count} onOk={() => void ask('pin.go', questionOf(view))} />
      </div>
      <Live text={count} />
    </>
  );
}

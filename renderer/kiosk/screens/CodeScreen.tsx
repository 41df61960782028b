import Help from 'lucide-react/icons/circle-question-mark';
import KeyRound from 'lucide-react/icons/key-round';
import LogIn from 'lucide-react/icons/log-in';
import Pencil from 'lucide-react/icons/pencil';
import { useState } from 'react';
import { Button as Pressable } from 'react-aria-components/Button';
import type { CodeOutcome, CodeTask } from '../../../main/core/card/code.ts';
import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { Live } from '../../parts/Live.tsx';
import { Soft } from '../../parts/Soft.tsx';
import { Title } from '../../parts/Title.tsx';
import { useTranslation } from '../../words/index.ts';
import { Frame } from '../frame/Frame.tsx';
import { useKiosk } from '../visit/context.ts';
import { hasOwnCard } from './greeting.ts';
import './CodeScreen.css';

const TASKS = [
  { task: 'try', icon: KeyRound },
  { task: 'change', icon: Pencil },
  { task: 'try-login', icon: LogIn },
] as const satisfies readonly { task: CodeTask; icon: typeof KeyRound }[];

/** Where to go when the code is lost or blocked: the sheet with all its ways, at the counter first. */
const SHEET = 'eid-pin-code';

/** The code of my card: three things one may do with it, none needed. The code is typed in another window; here only how it ended. */
export function CodeScreen() {
  const { t } = useTranslation();
  const { state, dispatch } = useKiosk();
  const [open, setOpen] = useState(false);
  const [ended, setEnded] = useState<{ task: CodeTask; outcome: CodeOutcome } | null>(null);
  const there = hasOwnCard(state.card);
  const start = (task: CodeTask) => {
    setOpen(true);
    setEnded(null);
    void ask('code.start', { task }).then((answer) => {
      setOpen(false);
      if (!answer.ok) return setEnded({ task, outcome: 'refused' });
      if (answer.value.help) dispatch({ do: 'open', id: SHEET });
      else setEnded({ task, outcome: answer.value.outcome });
    });
  };
  const said = ended && (ended.outcome === 'done' ? t(`code.done.${ended.task}`) : t(`code.end.${ended.outcome}`));
  return (
    <Frame
      go={
        <>
          <Button icon={Help} onPress={() => dispatch({ do: 'open', id: SHEET })}>
            {t('code.lost')}
          </Button>
          <Button onPress={() => dispatch({ do: 'back' })}>{t('move.back')}</Button>
        </>
      }
    >
      <div className="mycode">
        <Title>{t('code.title')}</Title>
        {said ? (
          <p className={ended?.outcome === 'done' ? 'mycode-said mycode-good' : 'mycode-said'}>{said}</p>
        ) : (
          <p>{t('code.text')}</p>
        )}
        {there ? (
          <ul className="mycode-list">
            {TASKS.map(({ task, icon: Picture }) => (
              <li key={task}>
                <Pressable className="tile" isDisabled={open} onPress={() => start(task)}>
                  <i>
                    <Picture aria-hidden />
                  </i>
                  <span>
                    <b>
                      <Soft>{t(`code.choices.${task}.title`)}</Soft>
                    </b>
                    <span className="tile-more">{t(`code.choices.${task}.text`)}</span>
                  </span>
                </Pressable>
              </li>
            ))}
          </ul>
        ) : (
          <p>{t('code.noCard')}</p>
        )}
      </div>
      <Live text={open ? t('code.open') : (said ?? '')} />
    </Frame>
  );
}

import EyeOff from 'lucide-react/icons/eye-off';
import Printer from 'lucide-react/icons/printer';
import X from 'lucide-react/icons/x';
import { type ReactNode, useState } from 'react';
import type { Mishap, Result } from '../../../main/core/mishap.ts';
import type { CallReason, CallView } from '../../../main/core/visit/view.ts';
import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';
import './windows.css';

const REASONS = ['not-understood', 'something-wrong', 'card', 'other'] as const satisfies readonly CallReason[];

/** "I want a person": a reason, then "called", then "someone is coming"; and after two minutes, what else to do. */
export function PersonWindow({ late }: { late: boolean }) {
  const { t } = useTranslation();
  const { state, dispatch } = useKiosk();
  const [problem, setProblem] = useState<Mishap | null>(null);
  const close = () => dispatch({ do: 'overlay', overlay: null });
  const tell = (answer: Result<CallView>) => {
    if (answer.ok) dispatch({ do: 'call', view: answer.value });
    else setProblem(answer.code);
  };
  const call = state.call.state;

  if (problem !== null) return <Trouble code={problem} onClose={close} />;
  if (call === 'none')
    return (
      <Dialog title={t('person.title')} onClose={close}>
        <p>{t('person.text')}</p>
        <ul className="reasons">
          {REASONS.map((reason) => (
            <li key={reason}>
              <Button kind="person" onPress={() => void ask('call.person', { reason }).then(tell)}>
                {t(`person.reason.${reason}`)}
              </Button>
            </li>
          ))}
        </ul>
        <Row>
          <Button icon={X} onPress={close}>
            {t('move.close')}
          </Button>
        </Row>
      </Dialog>
    );
  const coming = call === 'coming';
  return (
    <Dialog key={call} title={t(coming ? 'person.coming' : late ? 'person.late' : 'person.called')} onClose={close}>
      {late && !coming ? (
        <ul className="late">
          <li>{t('person.lateDesk')}</li>
          <li>{t('person.latePaper')}</li>
          <li>{t('person.lateWait')}</li>
        </ul>
      ) : (
        <p>{t(coming ? 'person.comingText' : 'person.calledText')}</p>
      )}
      <Row>
        <Button kind="primary" onPress={close}>
          {t('move.go')}
        </Button>
        {late && state.progress && (
          <Button icon={Printer} onPress={() => dispatch({ do: 'visitScreen', name: 'paper' })}>
            {t('closing.paper')}
          </Button>
        )}
        <Button
          icon={EyeOff}
          onPress={() => {
            close();
            dispatch({ do: 'hide', on: true });
          }}
        >
          {t('tools.hide')}
        </Button>
        <Button kind="plain" onPress={() => void ask('call.cancel').then(tell)}>
          {t('person.cancel')}
        </Button>
      </Row>
    </Dialog>
  );
}

const Row = ({ children }: { children: ReactNode }) => <div className="row">{children}</div>;

/** The call did not get through: what to do instead. */
function Trouble({ code, onClose }: { code: Mishap; onClose: () => void }) {
  const { t } = useTranslation(['kiosk', 'mishaps']);
  return (
    <Dialog title={t(`mishaps:${code}.title`)} onClose={onClose}>
      <p>{t('person.lateDesk')}</p>
      <Row>
        <Button kind="primary" onPress={onClose}>
          {t('move.close')}
        </Button>
      </Row>
    </Dialog>
  );
}

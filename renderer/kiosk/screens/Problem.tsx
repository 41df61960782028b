import Hand from 'lucide-react/icons/hand';
import House from 'lucide-react/icons/house';
import LifeBuoy from 'lucide-react/icons/life-buoy';
import type { Mishap } from '../../../main/core/mishap.ts';
import { Button } from '../../parts/Button.tsx';
import { Title } from '../../parts/Title.tsx';
import { useTranslation } from '../../words/index.ts';
import { Frame } from '../frame/Frame.tsx';
import { useKiosk } from '../visit/context.ts';
import './Problem.css';

/** Something on our side went wrong: what, and what to do next. Never a code, never the citizen's fault. */
export function Problem({ code }: { code: Mishap }) {
  const { t } = useTranslation(['kiosk', 'mishaps']);
  const { state, dispatch } = useKiosk();
  return (
    <Frame
      go={
        state.screen.name !== 'home' && (
          <Button icon={House} onPress={() => dispatch({ do: 'home' })}>
            {t('problem.home')}
          </Button>
        )
      }
    >
      <div className="problem">
        <LifeBuoy aria-hidden />
        <p className="soft">{t('problem.title')}</p>
        <Title>{t(`mishaps:${code}.title`)}</Title>
        <p>{t(`mishaps:${code}.next`)}</p>
        <Button kind="person" icon={Hand} onPress={() => dispatch({ do: 'overlay', overlay: { name: 'person' } })}>
          {t('promise.person')}
        </Button>
      </div>
    </Frame>
  );
}

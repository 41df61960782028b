import DoorOpen from 'lucide-react/icons/door-open';
import Hand from 'lucide-react/icons/hand';
import IdCard from 'lucide-react/icons/id-card';
import { Button } from '../../parts/Button.tsx';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';
import { Fit } from './Fit.tsx';
import './Promises.css';

/** The three promises, at the same place on every screen: a person, my card, I am done. */
export function Promises() {
  const { t } = useTranslation();
  const { state, dispatch } = useKiosk();
  const call = state.call.state;
  return (
    <footer className="promises">
      <Button
        kind="person"
        icon={Hand}
        className="promise-person"
        onPress={() => dispatch({ do: 'overlay', overlay: { name: 'person' } })}
      >
        {call === 'none' && <Fit long={t('promise.person')} short={t('promise.personShort')} />}
        {call === 'called' && <Fit long={t('promise.called')} short={t('promise.calledShort')} />}
        {call === 'coming' && <Fit long={t('promise.coming')} short={t('promise.comingShort')} />}
      </Button>
      <Button icon={IdCard} className="promise-card" onPress={() => dispatch({ do: 'visitScreen', name: 'card' })}>
        <span className="promise-two">
          <small>{t('promise.card')}</small>
          <span>{t(`card.${state.card.state}.short`)}</span>
        </span>
      </Button>
      {state.screen.name !== 'closing' && (
        <Button
          kind="end"
          icon={DoorOpen}
          className="promise-end"
          onPress={() => dispatch({ do: 'visitScreen', name: 'closing' })}
        >
          {t('promise.end')}
        </Button>
      )}
    </footer>
  );
}

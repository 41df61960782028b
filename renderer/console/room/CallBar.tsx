import Hand from 'lucide-react/icons/hand';
import type { KioskView } from '../../../main/core/visit/view.ts';
import { Button } from '../../parts/Button.tsx';
import { useTranslation } from '../../words/index.ts';
import { callsOf } from './calls.ts';
import './Room.css';

interface Props {
  kiosks: readonly KioskView[];
  /** In the room the cards already show the call: then it is only spoken. */
  shown: boolean;
  onSee: () => void;
}

/** A call for a person, said in every section of the console. */
export function CallBar({ kiosks, shown, onSee }: Props) {
  const { t } = useTranslation('console');
  const calls = callsOf(kiosks);
  return (
    <div role="alert" className={shown && calls.length > 0 ? 'calls' : 'unseen'}>
      {calls.map(({ name }) => (
        <div key={name} className="callbar">
          <Hand aria-hidden />
          <p>{t('room.alert', { name })}</p>
          {shown && <Button onPress={onSee}>{t('room.see')}</Button>}
        </div>
      ))}
    </div>
  );
}

import Bell from 'lucide-react/icons/bell';
import BellOff from 'lucide-react/icons/bell-off';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { useTranslation } from '../../words/index.ts';
import { MishapText } from '../parts/MishapText.tsx';
import { inOrder } from './calls.ts';
import { KioskCard } from './KioskCard.tsx';
import type { Room as RoomState } from './useRoom.ts';
import './Room.css';

/** The kiosks of the room, who waits first. */
export function Room({ room }: { room: RoomState }) {
  const { t, i18n } = useTranslation('console');
  const Picture = room.bell ? Bell : BellOff;
  return (
    <section className="room">
      <div className="head">
        <h1>{t('room.title')}</h1>
        <ToggleButton className="toggle" isSelected={room.bell} onChange={room.setBell}>
          <Picture aria-hidden />
          {t(room.bell ? 'room.bellOn' : 'room.bellOff')}
        </ToggleButton>
      </div>
      {room.mishap && <MishapText code={room.mishap} />}
      {room.kiosks === null && !room.mishap && <p className="soft">{t('room.loading')}</p>}
      {room.kiosks?.length === 0 && <p className="soft">{t('room.empty')}</p>}
      <ul className="kiosks">
        {inOrder(room.kiosks ?? [], i18n.language).map((kiosk) => (
          <KioskCard key={kiosk.name} kiosk={kiosk} onAnswer={room.answer} />
        ))}
      </ul>
    </section>
  );
}

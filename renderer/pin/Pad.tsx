import Check from 'lucide-react/icons/check';
import Delete from 'lucide-react/icons/delete';
import { Button as Key } from 'react-aria-components/Button';
import { PIN_SHORTEST, PinKey } from '../../main/core/card/code.ts';
import { ask } from '../bridge/index.ts';
import { useTranslation } from '../words/index.ts';

interface Props {
  /** In the order of the keys: three rows of three, the last one below. */
  digits: readonly number[];
  count: number;
  enough: boolean;
  said: string;
  onOk: () => void;
}

const press = (key: PinKey) => void ask('pin.press', { key });

/**
 * The digits typed, as dots, and big keys as on a telephone. It is never mirrored: fingers know the places. A touch does not take
 * the focus, so that Enter on a keyboard still means OK.
 */
export function Pad({ digits, count, enough, said, onOk }: Props) {
  const { t } = useTranslation('pin');
  return (
    <div className="pad" dir="ltr">
      <div className="pad-dots" role="img" aria-label={`${t('entry.digits')}: ${said}`}>
        {Array.from({ length: Math.max(count, PIN_SHORTEST) }, (_, at) => at).map((at) => (
          <i key={at} className={at < count ? 'pad-dot pad-full' : 'pad-dot'} />
        ))}
      </div>
      <fieldset className="pad-keys" aria-label={t('entry.pad')}>
        {digits.map((digit, at) => (
          <Key
            key={digit}
            className={at === 9 ? 'key key-last' : 'key'}
            preventFocusOnPress
            onPress={() => press(PinKey.parse(String(digit)))}
          >
            {digit}
          </Key>
        ))}
        <Key className="key key-erase" preventFocusOnPress onPress={() => press('erase')}>
          <Delete aria-hidden />
          <span>{t('entry.erase')}</span>
        </Key>
        <Key className="key key-ok" preventFocusOnPress isDisabled={!enough} onPress={onOk}>
          <Check aria-hidden />
          <span>{t('entry.ok')}</span>
        </Key>
      </fieldset>
    </div>
  );
}

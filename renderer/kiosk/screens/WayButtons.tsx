import { Button } from '../../parts/Button.tsx';
import { WAY_PICTURE } from '../../parts/Ways.tsx';
import { OTHER_WAYS } from '../../parts/ways.ts';
import { useTranslation } from '../../words/index.ts';
import { useKiosk } from '../visit/context.ts';

/** Counter, phone and post, equal to one another: items of a list that may have more. */
export function WayButtons() {
  const { t } = useTranslation();
  const { dispatch } = useKiosk();
  return OTHER_WAYS.map((way) => (
    <li key={way}>
      <Button icon={WAY_PICTURE[way]} onPress={() => dispatch({ do: 'overlay', overlay: { name: 'way', way } })}>
        {t(`ways.${way}`)}
      </Button>
    </li>
  ));
}

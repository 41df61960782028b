import { ask } from '../../bridge/index.ts';
import { usePapers } from '../papers/usePapers.ts';
import { useKiosk } from '../visit/context.ts';

/** The two ways out of a warning: on with the visit, or its end. Documents that nobody has taken are named before the end. */
export function useFinish() {
  const { dispatch, end } = useKiosk();
  const { untaken } = usePapers();
  const goOn = (then?: () => void) =>
    void ask('visit.continue').then((answer) => {
      if (!answer.ok) return;
      dispatch({ do: 'visit', view: answer.value });
      then?.();
    });
  const stay = () => goOn();
  const finish = untaken.length === 0 ? end : () => goOn(() => dispatch({ do: 'visitScreen', name: 'closing' }));
  return { stay, finish };
}

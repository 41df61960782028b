import X from 'lucide-react/icons/x';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useTranslation } from '../../words/index.ts';
import { attractWords } from '../attract/words.ts';
import { useKiosk } from '../visit/context.ts';
import './windows.css';

/** Another language, at any moment; the screen stays where it is. */
export function LanguageWindow() {
  const { t } = useTranslation();
  const { boot, language, dispatch, speakTo } = useKiosk();
  const close = () => dispatch({ do: 'overlay', overlay: null });
  return (
    <Dialog title={t('tools.languageTitle')} onClose={close}>
      <ul className="window-grid">
        {boot.settings.languages.map((each) => (
          <li key={each} lang={each}>
            <Button
              kind={each === language ? 'primary' : 'quiet'}
              {...(each === language ? { 'aria-current': 'true' as const } : {})}
              onPress={() => {
                speakTo(each);
                close();
              }}
            >
              {attractWords(each).name}
            </Button>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button icon={X} onPress={close}>
          {t('move.close')}
        </Button>
      </div>
    </Dialog>
  );
}

import ArrowRight from 'lucide-react/icons/arrow-right';
import DoorOpen from 'lucide-react/icons/door-open';
import Hand from 'lucide-react/icons/hand';
import IdCard from 'lucide-react/icons/id-card';
import { Button as Pressable } from 'react-aria-components/Button';
import { Button } from '../../parts/Button.tsx';
import { Mark } from '../../parts/Mark.tsx';
import { Title } from '../../parts/Title.tsx';
import { attractWords } from '../attract/words.ts';
import { useKiosk } from '../visit/context.ts';
import './LanguageChoice.css';

/** Before a language is chosen nothing is said in one only: every language stands here in its own words, without flags. */
export function LanguageChoice() {
  const { boot, dispatch, speakTo, end } = useKiosk();
  const each = boot.settings.languages.map((language) => ({ language, words: attractWords(language) }));
  const choose = (language: (typeof each)[number]['language']) => {
    speakTo(language);
    dispatch({ do: 'home' });
  };
  const all = (key: 'choose' | 'person' | 'myCard' | 'end') =>
    each.map(({ language, words }) => (
      <span key={language} lang={language}>
        {words[key]}
      </span>
    ));
  return (
    <div className="frame tongues">
      <header className="tongues-brand">
        <Mark /> {boot.settings.place.name || each[0]?.words.place}
      </header>
      <main>
        <Title>
          <span className="tongues-ask">{all('choose')}</span>
        </Title>
        <ul className="tongues-list" data-many={each.length > 4}>
          {each.map(({ language, words }) => (
            <li key={language} lang={language}>
              <Pressable className="tongue" onPress={() => choose(language)}>
                <span>
                  <small>{words.hello}</small>
                  <b>{words.name}</b>
                </span>
                <ArrowRight aria-hidden className="along" />
              </Pressable>
            </li>
          ))}
        </ul>
      </main>
      <footer className="promises">
        <Button
          kind="person"
          icon={Hand}
          className="promise-person"
          onPress={() => dispatch({ do: 'overlay', overlay: { name: 'person' } })}
        >
          <span className="tongues-each">{all('person')}</span>
        </Button>
        <Button icon={IdCard} className="promise-card" onPress={() => dispatch({ do: 'visitScreen', name: 'card' })}>
          <span className="tongues-each">{all('myCard')}</span>
        </Button>
        <Button kind="end" icon={DoorOpen} className="promise-end" onPress={end}>
          <span className="tongues-each">{all('end')}</span>
        </Button>
      </footer>
    </div>
  );
}

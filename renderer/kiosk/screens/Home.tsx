import IdCard from 'lucide-react/icons/id-card';
import Search from 'lucide-react/icons/message-circle-question-mark';
import { useState } from 'react';
import { Button as Pressable } from 'react-aria-components/Button';
import { Button } from '../../parts/Button.tsx';
import { Soft } from '../../parts/Soft.tsx';
import { Title } from '../../parts/Title.tsx';
import { THEME_PICTURE } from '../../parts/themes.ts';
import { given, useTranslation } from '../../words/index.ts';
import { Frame } from '../frame/Frame.tsx';
import { useKiosk } from '../visit/context.ts';
import { greetingName } from './greeting.ts';
import './Home.css';

/** What would you like to do? The procedures, and what happens in life as another way to them. */
export function Home() {
  const { t } = useTranslation();
  const { state, dispatch, lines } = useKiosk();
  const [event, setEvent] = useState<string | null>(null);
  const name = greetingName(state.card);
  const events = [...new Set((lines ?? []).flatMap((line) => line.lifeEvents))].filter((key) => given(`events.${key}`));
  const shown = (lines ?? []).filter((line) => event === null || line.lifeEvents.includes(event));
  const offerCard = state.card.state === 'present' && !state.cardRefused;
  return (
    <Frame>
      <div className="home">
        <Title>{name ? t('home.helloName', { name }) : t('home.hello')}</Title>
        {offerCard && <CardHint />}
        <ul className="home-list" aria-label={t('home.procedures')}>
          {shown.map((line) => {
            const Picture = THEME_PICTURE[line.theme];
            return (
              <li key={line.id}>
                <Pressable className="tile" onPress={() => dispatch({ do: 'open', id: line.id })}>
                  <i>
                    <Picture aria-hidden />
                  </i>
                  <span>
                    <small>{t(`themes.${line.theme}`)}</small>
                    <b>
                      <Soft>{line.title}</Soft>
                    </b>
                    <span className="tile-more">{line.summary}</span>
                  </span>
                </Pressable>
              </li>
            );
          })}
          <li>
            <Pressable className="tile tile-other" onPress={() => dispatch({ do: 'overlay', overlay: { name: 'person' } })}>
              <i>
                <Search aria-hidden />
              </i>
              <span>
                <b>{t('home.other')}</b>
                <span className="tile-more">{t('home.otherText')}</span>
              </span>
            </Pressable>
          </li>
        </ul>
        <Events events={events} chosen={event} onChoose={setEvent} />
      </div>
    </Frame>
  );
}

/** "I lost my code": opens the one sheet that fits, or keeps those that do. */
function Events({
  events,
  chosen,
  onChoose,
}: {
  events: readonly string[];
  chosen: string | null;
  onChoose: (event: string | null) => void;
}) {
  const { t } = useTranslation();
  const { lines, dispatch } = useKiosk();
  const press = (event: string) => {
    const fitting = (lines ?? []).filter((line) => line.lifeEvents.includes(event));
    const only = fitting.length === 1 ? fitting[0] : undefined;
    if (only) dispatch({ do: 'open', id: only.id });
    else onChoose(chosen === event ? null : event);
  };
  if (events.length === 0) return null;
  return (
    <div className="events">
      <h2>{t('home.events')}</h2>
      <ul>
        {events.map((event) => (
          <li key={event}>
            <Pressable className="chip" aria-pressed={chosen === event} onPress={() => press(event)}>
              {given(`events.${event}`)}
            </Pressable>
          </li>
        ))}
        {chosen !== null && (
          <li>
            <Pressable className="chip" onPress={() => onChoose(null)}>
              {t('home.all')}
            </Pressable>
          </li>
        )}
      </ul>
    </div>
  );
}

/** A card lies in the reader: we could greet its owner. Said once, gently; "no" is as easy as "yes". */
function CardHint() {
  const { t } = useTranslation();
  const { dispatch } = useKiosk();
  return (
    <div className="hint">
      <IdCard aria-hidden />
      <p>{t('home.cardHint')}</p>
      <Button onPress={() => dispatch({ do: 'visitScreen', name: 'card' })}>{t('home.cardSee')}</Button>
      <Button kind="plain" onPress={() => dispatch({ do: 'refuseCard' })}>
        {t('home.cardNo')}
      </Button>
    </div>
  );
}

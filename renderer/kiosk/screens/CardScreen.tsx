import type { CardView } from '../../../main/core/card/view.ts';
import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { Title } from '../../parts/Title.tsx';
import { longDay, useTranslation } from '../../words/index.ts';
import { Frame } from '../frame/Frame.tsx';
import { useKiosk } from '../visit/context.ts';
import { CardArt } from './CardArt.tsx';
import { CardConsent } from './CardConsent.tsx';
import './CardScreen.css';
import { CodeButton } from './CodeButton.tsx';
import { greetingName, hasOwnCard } from './greeting.ts';

/** What is shown here changes as soon as somebody has done what the words ask. */
const AGAIN: readonly CardView['state'][] = ['no-service', 'no-reader', 'not-eid', 'bank-card', 'busy', 'unreadable'];
/** A picture of what to do stays beside the words, however large they are. */
const TROUBLE: readonly CardView['state'][] = [...AGAIN, 'no-card', 'not-active', 'not-genuine', 'expired'];

/** My card: what the reader says, in words, and what to do next. Everything here also works without a card. */
export function CardScreen() {
  const { t } = useTranslation();
  const { state, dispatch, language } = useKiosk();
  const { card } = state;
  const name = greetingName(card);
  const back = () => dispatch({ do: 'back' });
  if (card.state === 'present') return <CardConsent />;

  const trouble = TROUBLE.includes(card.state);
  const facts = card.state === 'ready' || card.state === 'expired' ? card.facts : null;
  const forget = () => {
    void ask('card.refuse');
    dispatch({ do: 'refuseCard' });
  };
  return (
    <Frame
      go={
        <>
          {facts && <Button onPress={forget}>{t('card.forget')}</Button>}
          {hasOwnCard(card) && <CodeButton />}
          <Button kind="primary" onPress={back}>
            {t('move.go')}
          </Button>
        </>
      }
    >
      <div className={trouble ? 'mycard mycard-trouble' : 'mycard'}>
        <CardArt state={card.state} />
        <div className="mycard-words">
          <Title key={card.state}>
            {card.state === 'ready' && name ? t('card.ready.titleName', { name }) : t(`card.${card.state}.title`)}
          </Title>
          {card.state === 'ready' && name && <p>{t('card.ready.title')}</p>}
          <p>{t(`card.${card.state}.text`)}</p>
          {AGAIN.includes(card.state) && <p className="soft mycard-small">{t('card.again')}</p>}
          {facts?.validUntil && (
            <p className="mycard-date">
              {t(card.state === 'expired' ? 'card.validWas' : 'card.validUntil', { day: longDay(facts.validUntil, language) })}
            </p>
          )}
          {facts && <p className="soft mycard-small">{t('card.gone')}</p>}
        </div>
      </div>
    </Frame>
  );
}

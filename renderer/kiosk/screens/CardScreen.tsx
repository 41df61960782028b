import { ask } from '../../bridge/index.ts';
import { Button } from '../../parts/Button.tsx';
import { longDay, useTranslation } from '../../words/index.ts';
import { Frame } from '../frame/Frame.tsx';
import { Title } from '../frame/Title.tsx';
import { useKiosk } from '../visit/context.ts';
import { CardArt } from './CardArt.tsx';
import { CardConsent } from './CardConsent.tsx';
import './CardScreen.css';
import { greetingName } from './greeting.ts';

/** My card: what the reader says, in words, and what to do next. Everything here also works without a card. */
export function CardScreen() {
  const { t } = useTranslation();
  const { state, dispatch, language } = useKiosk();
  const { card } = state;
  const name = greetingName(card);
  const back = () => dispatch({ do: 'back' });
  if (card.state === 'present') return <CardConsent />;

  const facts = card.state === 'ready' || card.state === 'expired' ? card.facts : null;
  const forget = () => {
    void ask('card.refuse');
    dispatch({ do: 'refuseCard' });
  };
  return (
    <Frame
      go={
        <>
          {facts ? <Button onPress={forget}>{t('card.forget')}</Button> : null}
          <Button kind="primary" onPress={back}>
            {t('move.go')}
          </Button>
        </>
      }
    >
      <div className="mycard">
        <CardArt state={card.state} />
        <div className="mycard-words">
          <Title key={card.state}>
            {card.state === 'ready' && name ? t('card.ready.titleName', { name }) : t(`card.${card.state}.title`)}
          </Title>
          {card.state === 'ready' && name && <p>{t('card.ready.title')}</p>}
          <p>{t(`card.${card.state}.text`)}</p>
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

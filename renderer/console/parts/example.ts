import type { AssistanceView } from '../../../main/core/journal/record.ts';

/** An invented line of the journal, for unit tests. */
export function exampleLine(id: string, hour = 10, completion: AssistanceView['completion'] = null): AssistanceView {
  return {
    id: id.padEnd(26, '0'),
    record: {
      kind: 'assistance',
      channel: 'kiosk',
      day: '2026-11-23',
      hour,
      duration: '5-15',
      language: 'fr',
      theme: 'identite',
      procedure: 'composition-menage',
      catalogue: '0',
      stepsReached: 3,
      steps: 8,
      otherWay: null,
      outcome: 'to-finish',
    },
    completion,
  };
}

import type { PortalChange } from './catalogue.ts';
import { FLAWED_HOSTS } from './hosts.ts';

/** The catalogue that fits these sites: of IRISbox one part only, hosts with bad certificates, and hints for each step that is seen on the site. */
export const USUAL_PORTALS: Readonly<Record<string, PortalChange>> = {
  'composition-menage': {
    start: '/irisbox/home',
    places: [
      { host: 'irisbox.irisnet.be', path: '/irisbox/' },
      { host: 'static.irisnet.be', path: '/' },
      ...Object.values(FLAWED_HOSTS).map((host) => ({ host, path: '/' })),
    ],
    hints: [
      {
        step: 1,
        at: { host: 'irisbox.irisnet.be', path: '/irisbox/home', selector: '#commune' },
        show: { selector: '#commune' },
      },
      { step: 2, at: { host: 'irisbox.irisnet.be', path: '/irisbox/start', selector: '#login' }, show: { selector: '#login' } },
      { step: 2, at: { login: true } },
      {
        step: 3,
        at: { host: 'irisbox.irisnet.be', path: '/irisbox/services', selector: '#household' },
        show: { selector: '#household' },
      },
      {
        step: 4,
        at: { host: 'irisbox.irisnet.be', path: '/irisbox/household', selector: '#persons' },
        show: { selector: '#confirm' },
      },
      {
        step: 5,
        at: { host: 'irisbox.irisnet.be', path: '/irisbox/household/ready', selector: '#download' },
        show: { selector: '#download' },
      },
    ],
  },
  'pension-estimation': {
    places: [{ host: 'mypension.be', path: '/' }],
    hints: [
      { step: 1, at: { host: 'mypension.be', selector: '#login' }, show: { selector: '#login' } },
      { step: 1, at: { login: true } },
      { step: 4, at: { host: 'mypension.be', path: '/pension', selector: '#career' }, show: { selector: '#career' } },
      { step: 5, at: { host: 'mypension.be', path: '/carriere' }, show: { selector: 'table' } },
    ],
  },
};

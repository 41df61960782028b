export { canLogIn, canSign } from './can-log-in.ts';
export { findModule, type LoginModule } from './find-module.ts';
export { homeOf, prepareHome } from './home.ts';
export { forbidLocking } from './memory.ts';

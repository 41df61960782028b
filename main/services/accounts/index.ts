export { type AskCard, whatToSign } from './card-proof.ts';
export { type Maintenance, maintainAccounts } from './maintain.ts';
export { type Accounts, type AccountsOptions, openAccounts } from './open-accounts.ts';

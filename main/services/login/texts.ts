import type { LoginModule } from './find-module.ts';

/** Minutes after which NSS forgets a log-in that nobody used: it can count in nothing smaller. */
const FORGETS_AFTER = 1;

const INTERNAL = '[ECC,RSA,DSA,DH,RC2,RC4,DES,RANDOM,SHA1,MD5,MD2,SSL,TLS,AES,Camellia,SEED,SHA256,SHA512]';

/**
 * NSS's list of modules, pkcs11.txt. The first entry is NSS itself, with its store in `store`. Its second slot holds the rule for every
 * token that has none of its own: left alone, a card stays logged in for as long as it is in the reader.
 */
export function modulesText(store: string, module: LoginModule | null): string {
  const slots = `(1={slotFlags=${INTERNAL} askpw=any timeout=30} 2={askpw=timeout timeout=${FORGETS_AFTER}})`;
  const entries = [
    [
      'library=',
      'name=NSS Internal PKCS #11 Module',
      `parameters=configdir='sql:${store}' certPrefix='' keyPrefix='' secmod='secmod.db' flags= updatedir='' updateCertPrefix='' updateKeyPrefix='' updateid='' updateTokenDescription='' `,
      `NSS=Flags=internal,critical trustOrder=75 cipherOrder=100 slotParams=${slots}`,
    ],
  ];
  if (module) entries.push([`library=${module.file}`, 'name=eID', 'NSS=trustOrder=100']);
  return `${entries.map((lines) => lines.join('\n')).join('\n\n')}\n\n`;
}

/**
 * OpenSC's settings (opensc.conf(5)). The code is asked by us and kept by nobody; a reader's own keys cannot be used, because the card
 * process proves the code first and NSS has it from there. A certificate holds the national number: no copy on the disk.
 */
export function openscText(ignored: readonly string[]): string {
  const names = ignored.map((name) => `"${name.replace(/["\\]/g, '')}"`);
  return [
    'app default {',
    '  card_drivers = belpic;',
    ...(names.length > 0 ? [`  ignored_readers = ${names.join(', ')};`] : []),
    '  reader_driver pcsc {',
    '    enable_pinpad = false;',
    '  }',
    '  framework pkcs15 {',
    '    use_pin_caching = false;',
    '    use_file_caching = no;',
    '  }',
    '}',
    '',
  ].join('\n');
}

import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** Fatal, unknown_ca: not encrypted yet at that point (RFC 5246, 6.2.1 and 7.2.2). */
const ALERT = Buffer.from('15030300020230', 'hex');
const [HANDSHAKE, CERTIFICATE] = [0x16, 0x0b];

/**
 * The line of a server that ends the handshake over the client's certificate, as OpenSSL's own "verify or fail" does; Node's server has
 * no such thing: it looks at a certificate when the handshake is done. TLS 1.2, where the certificate can be seen on the line.
 */
export function refusing(socket: Socket): Duplex {
  const line = new Duplex({
    read() {},
    write(bytes, _encoding, done) {
      socket.write(bytes, done);
    },
    final(done) {
      socket.end(done);
    },
  });
  let refused = false;
  socket.on('data', (bytes: Buffer) => {
    // The rest of the handshake is read and dropped: closing over bytes that nobody read would reset the line before the alert is heard.
    if (refused) return;
    refused = bytes[0] === HANDSHAKE && bytes[5] === CERTIFICATE;
    if (refused) socket.write(ALERT);
    else line.push(bytes);
  });
  socket.on('close', () => line.destroy());
  line.on('error', () => socket.destroy());
  return line;
}

import { connect } from 'node:net';

/** Sends bytes on a connection of its own, says that nothing more will come, and gives back all that was answered until it closed. */
export function sendBytes(url: string, bytes: Buffer): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const answered: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.end(bytes));
    socket.on('data', (piece: Buffer) => answered.push(piece));
    // Whoever hangs up while we speak has answered as well.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(Buffer.concat(answered).toString('latin1')));
  });
}

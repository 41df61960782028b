/** The ten digits as on a telephone, 0 last; or shuffled (Fisher-Yates; bytes that would favour an order are drawn again). */
export function padOrder(shuffled: boolean, random: (bytes: number) => Uint8Array): number[] {
  const pad = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0];
  if (!shuffled) return pad;
  for (let last = pad.length - 1; last > 0; last--) {
    const most = 256 - (256 % (last + 1));
    let byte = most;
    while (byte >= most) byte = random(1)[0] ?? most;
    const other = byte % (last + 1);
    [pad[last], pad[other]] = [pad[other] ?? 0, pad[last] ?? 0];
  }
  return pad;
}

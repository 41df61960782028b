import type { Papers } from '../../services/papers/index.ts';
import type { PortalDownloads } from './ports.ts';

/**
 * What a portal sends to be kept comes straight into the visit's place for documents, under a name of ours: it is watched for its
 * size while it streams, and judged by its own bytes when it is whole. The policy has judged address, type and announced size before.
 */
export function keepDownloads(papers: Papers): PortalDownloads {
  return {
    take(item, refuse) {
      const begun = papers.arrive('portal', item.getFilename());
      if (!begun.ok) {
        item.cancel();
        refuse();
        return;
      }
      const arrival = begun.value;
      item.setSavePath(arrival.path);
      item.on('updated', () => {
        // A server may announce little and send much.
        if (item.getReceivedBytes() > arrival.most) item.cancel();
      });
      item.once('done', (_event, state) => {
        const taken = state === 'completed' ? arrival.finish() : arrival.drop().then(() => ({ ok: false }));
        taken.then(
          ({ ok }) => !ok && refuse(),
          () => refuse(),
        );
      });
    },
  };
}

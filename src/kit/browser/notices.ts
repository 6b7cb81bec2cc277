/** Tells the other tabs of this browser that an assessment changed, so that they read it again. */
export interface ChangeNotice {
  readonly assessmentId: string;
}

const CHANNEL = 'gel-autoevaluaciones';

/** Opens the channel between tabs. `listen` is called with the changes of the others, never with one's own. */
export function openNotices(listen: (notice: ChangeNotice) => void): {
  tell: (notice: ChangeNotice) => void;
  close: () => void;
} {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'object' && data !== null && 'assessmentId' in data && typeof data.assessmentId === 'string') {
      listen({ assessmentId: data.assessmentId });
    }
  });
  return {
    tell: (notice) => channel.postMessage(notice),
    close: () => channel.close(),
  };
}

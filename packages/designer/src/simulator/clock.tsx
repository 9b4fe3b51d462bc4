import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconPlayerTrackNext,
} from '@tabler/icons-react';
import { t } from '../texts/t.ts';
import { clockText } from './moments.ts';
import { useSimulator } from './simulator-store.ts';
import { perform, skipAhead } from './walking.ts';

/** The made-up time, and what lets it pass. */
export function Clock() {
  const isRunning = useSimulator((state) => state.isRunning);
  const elapsedMs = useSimulator(({ now, steps }) => (now?.world.nowMs ?? 0) - (steps[0]?.atMs ?? 0));
  const isWaiting = useSimulator(
    ({ asked }) => asked?.callbacks.some(({ callback }) => callback.type === 'PollingWaitCallback') ?? false,
  );
  const RunIcon = isRunning ? IconPlayerPause : IconPlayerPlay;
  return (
    <div className="sim-clock" role="toolbar" aria-label={t('simulator.clock')}>
      <time>{clockText(elapsedMs)}</time>
      <button
        type="button"
        className="icon-button"
        title={t(isRunning ? 'simulator.pause' : 'simulator.run')}
        aria-label={t(isRunning ? 'simulator.pause' : 'simulator.run')}
        onClick={() => useSimulator.setState({ isRunning: !isRunning })}
      >
        <RunIcon size={16} aria-hidden />
      </button>
      <button
        type="button"
        className="icon-button"
        title={t('simulator.step')}
        aria-label={t('simulator.step')}
        disabled={!isWaiting}
        onClick={() => void perform({ type: 'poll' })}
      >
        <IconPlayerSkipForward size={16} aria-hidden />
      </button>
      <button
        type="button"
        className="icon-button"
        title={t('simulator.skip')}
        aria-label={t('simulator.skip')}
        disabled={!isWaiting}
        onClick={() => void skipAhead()}
      >
        <IconPlayerTrackNext size={16} aria-hidden />
      </button>
    </div>
  );
}

// `npm test`: set-up, then everything that is checked.
import { handOver, setUpOrExit } from './set-up.mjs';

await setUpOrExit();
await handOver('npm', ['run', 'check']);

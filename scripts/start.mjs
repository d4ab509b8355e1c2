// `npm start`: see CONTRIBUTING.md, or run it with --help.
import { join } from 'node:path';
import { handOver, NODE, ROOT, setUpOrExit } from './set-up.mjs';

await setUpOrExit();
await handOver(NODE, [join(ROOT, 'scripts', 'local', 'start.mts'), ...process.argv.slice(2)]);

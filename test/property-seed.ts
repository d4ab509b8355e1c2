/* eslint-disable @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
// Property tests look at the same cases every time, so that the gate says the same of the same code. To look at others:
// SEED=$RANDOM npx jest test/<folder>
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_260_101) });

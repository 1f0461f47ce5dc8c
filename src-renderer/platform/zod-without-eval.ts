import { z } from 'zod';

// Under `script-src 'self'` zod's probe for `new Function` is reported as a violation. Imported before anything that parses.
z.config({ jitless: true });

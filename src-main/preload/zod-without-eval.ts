import { z } from 'zod';

// zod tries `new Function` once to see whether it may; under our content security policy that is logged as an error.
z.config({ jitless: true });

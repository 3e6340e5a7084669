import { z } from 'zod';

/**
 * Makes zod read its schemas instead of compiling them. Compiling needs `eval`, which content scripts lack, and the attempt
 * makes Chrome read the whole script anew for the error's place. Must be imported before anything that has schemas.
 */
z.config({ jitless: true });

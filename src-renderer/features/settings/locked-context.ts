import { createContext } from 'react';

/** Whether admins keep what is shown to themselves. */
export const LockedContext = createContext(false);

import './platform/zod-without-eval.ts';
import './styles/console.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { composePlatform } from './app/compose.ts';
import { createQueryClient } from './platform/query-client.ts';
import { createWords } from './words/create-words.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');

const platform = await composePlatform(window);
const words = await createWords(platform.preferences, document);
createRoot(root).render(<App platform={platform} cache={createQueryClient()} words={words} />);

/** What findings state: each topic with its theme, its meaning and its names, in the order of the themes. */
import { cooperationTopics } from './topics/cooperation.js';
import { coordinationTopics } from './topics/coordination.js';
import { enforcementTopics } from './topics/enforcement.js';
import { legislationTopics } from './topics/legislation.js';
import { preventionTopics } from './topics/prevention.js';
import { technicalAssistanceTopics } from './topics/technical-assistance.js';
import type { Topic } from './topics/topic.js';
import { trainingTopics } from './topics/training.js';
import { victimsTopics } from './topics/victims.js';

export type { Topic };

export const topics: readonly Topic[] = [
  ...legislationTopics,
  ...enforcementTopics,
  ...trainingTopics,
  ...preventionTopics,
  ...victimsTopics,
  ...coordinationTopics,
  ...cooperationTopics,
  ...technicalAssistanceTopics,
];

const byCode = new Map(topics.map((topic) => [topic.code, topic]));

/** The topic of a code, or undefined. */
export function findTopic(code: string): Topic | undefined {
  return byCode.get(code);
}

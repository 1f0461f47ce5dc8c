ALTER TABLE `agent_presence` ADD `absence` text;--> statement-breakpoint
UPDATE `agent_presence` SET `absence` = `busy_reason`, `chosen` = 'available', `busy_reason` = NULL
WHERE `chosen` = 'busy' AND `busy_reason` IN ('locked', 'asleep');

CREATE TABLE `template_audio` (
	`agent_id` text NOT NULL,
	`file` text NOT NULL,
	`added_at` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`file`, `agent_id`),
	FOREIGN KEY (`agent_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `template_versions` ADD `audio` text DEFAULT '{}' NOT NULL;
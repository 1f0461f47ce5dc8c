CREATE TABLE `model_uses` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`call_id` text NOT NULL,
	`round` integer NOT NULL,
	`outcome` text NOT NULL,
	`intent` text,
	`milliseconds` integer NOT NULL,
	`asked_at` integer NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `model_uses_by_call` ON `model_uses` (`call_id`);--> statement-breakpoint
CREATE TABLE `pronunciations` (
	`agent_id` text PRIMARY KEY NOT NULL,
	`entries` text NOT NULL,
	FOREIGN KEY (`agent_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `template_versions` (
	`agent_id` text NOT NULL,
	`version` integer NOT NULL,
	`texts` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `version`),
	FOREIGN KEY (`agent_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);

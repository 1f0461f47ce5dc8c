CREATE TABLE `supervisions` (
	`leg_id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`supervisor_id` text NOT NULL,
	`client_id` text NOT NULL,
	`mode` text NOT NULL,
	`started_at` integer NOT NULL,
	`joined_at` integer,
	`ended_at` integer,
	`end_reason` text,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supervisor_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `supervisions_one_open_a_call` ON `supervisions` (`call_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `supervisions_one_open_a_supervisor` ON `supervisions` (`supervisor_id`) WHERE ended_at is null;--> statement-breakpoint
ALTER TABLE `legs` ADD `coached_leg_id` text;
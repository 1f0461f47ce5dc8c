PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_report_cells` (
	`slice` text NOT NULL,
	`part` text NOT NULL,
	`day` text NOT NULL,
	`count` integer NOT NULL,
	`answered` integer NOT NULL,
	`past_reception` integer NOT NULL,
	`handed_over` integer NOT NULL,
	`succeeded` integer NOT NULL,
	`successes` integer NOT NULL,
	`result_success` integer NOT NULL,
	`result_absent` integer NOT NULL,
	`result_rejected` integer NOT NULL,
	`result_follow_up` integer NOT NULL,
	`result_failed` integer NOT NULL,
	`wanted` integer NOT NULL,
	`met` integer NOT NULL,
	`prompt` integer NOT NULL,
	`wait_ms` integer NOT NULL,
	`duration_seconds` integer NOT NULL,
	PRIMARY KEY(`slice`, `day`, `part`)
);
--> statement-breakpoint
INSERT INTO `__new_report_cells`("slice", "part", "day", "count", "answered", "past_reception", "handed_over", "succeeded", "successes", "result_success", "result_absent", "result_rejected", "result_follow_up", "result_failed", "wanted", "met", "prompt", "wait_ms", "duration_seconds") SELECT "slice", "part", "day", "count", "answered", "past_reception", "handed_over", "succeeded", "successes", "result_success", "result_absent", "result_rejected", "result_follow_up", "result_failed", "wanted", "met", "prompt", "wait_ms", "duration_seconds" FROM `report_cells`;--> statement-breakpoint
DROP TABLE `report_cells`;--> statement-breakpoint
ALTER TABLE `__new_report_cells` RENAME TO `report_cells`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
ALTER TABLE `report_zone` ADD `due_up_to` text;
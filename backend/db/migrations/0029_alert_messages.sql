CREATE TABLE `alert_messages` (
	`id` integer PRIMARY KEY NOT NULL,
	`sequence` integer NOT NULL
);

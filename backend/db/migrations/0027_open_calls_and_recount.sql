CREATE INDEX `calls_ended_by_campaign` ON `calls` (`campaign_id`,`ended_at`) WHERE "calls"."campaign_id" is not null;--> statement-breakpoint
CREATE INDEX `calls_open` ON `calls` (`started_at`) WHERE "calls"."ended_at" is null;--> statement-breakpoint
INSERT OR IGNORE INTO report_due (call_id) SELECT id FROM calls
WHERE ended_at IS NOT NULL AND result_reason IN ('number-blocked', 'outside-calling-hours', 'campaign-held');
--> statement-breakpoint
INSERT OR IGNORE INTO report_due (call_id) SELECT calls.id FROM calls JOIN handoffs ON handoffs.call_id = calls.id
WHERE calls.ended_at IS NOT NULL AND handoffs.transferred_by IS NOT NULL;

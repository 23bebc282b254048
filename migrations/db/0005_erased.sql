ALTER TABLE `cases` ADD `erased_at` integer;--> statement-breakpoint
ALTER TABLE `erasure_requests` ADD `done_at` integer;--> statement-breakpoint
CREATE INDEX `erasure_requests_waiting` ON `erasure_requests` (`id`) WHERE "erasure_requests"."decision" = 'granted' and "erasure_requests"."done_at" is null;
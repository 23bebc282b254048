CREATE INDEX `bulk_jobs_running` ON `bulk_jobs` (`id`) WHERE "bulk_jobs"."status" = 'running';--> statement-breakpoint
CREATE INDEX `bulk_jobs_staff` ON `bulk_jobs` (`staff_id`);
-- What every number of every dashboard is by the tables of its owner. A header names the dashboard, the place of the
-- number in its answer, and the database; for a table also the columns that are compared, of which the last ones may be
-- numbers. {website} confines to a website, or to nothing; {currency} is what the answer says that its amounts are in.
-- A user's account is one that is no admin's and no superadmin's.

--: users /total_users writer_service
SELECT count(*) FROM account WHERE {website} AND role NOT IN ('admin', 'superadmin')
--: users /active_users writer_service
SELECT count(*) FROM account WHERE {website} AND role NOT IN ('admin', 'superadmin') AND suspension_reason IS NULL
--: users /suspended_users writer_service
SELECT count(*) FROM account WHERE {website} AND role NOT IN ('admin', 'superadmin') AND suspension_reason IS NOT NULL
--: users /total_writers writer_service
SELECT count(*) FROM account WHERE {website} AND role = 'writer'
--: users /total_editors writer_service
SELECT count(*) FROM account WHERE {website} AND role = 'editor'
--: users /total_support writer_service
SELECT count(*) FROM account WHERE {website} AND role = 'support'
--: users /total_clients writer_service
SELECT count(*) FROM account WHERE {website} AND role = 'client'
--: users /total_admins writer_service
SELECT count(*) FROM account WHERE {website} AND role IN ('admin', 'superadmin')
--: users /new_users writer_service
SELECT count(*) FROM account WHERE {website} AND role NOT IN ('admin', 'superadmin') AND created_at > now() - interval '29 days'
--: users /daily day,new_users,writers,clients writer_service
SELECT (created_at AT TIME ZONE 'UTC')::date, count(*), count(*) FILTER (WHERE role = 'writer'), count(*) FILTER (WHERE role = 'client')
  FROM account WHERE {website} AND role NOT IN ('admin', 'superadmin') GROUP BY 1

--: payment-reminders /total_reminder_configs payments_service
SELECT count(*) FROM reminder_config WHERE {website}
--: payment-reminders /active_reminder_configs payments_service
SELECT count(*) FROM reminder_config WHERE {website} AND active
--: payment-reminders /total_deletion_messages payments_service
SELECT count(*) FROM deletion_message WHERE {website}
--: payment-reminders /active_deletion_messages payments_service
SELECT count(*) FROM deletion_message WHERE {website} AND active
--: payment-reminders /total_sent_reminders payments_service
SELECT count(*) FROM reminder WHERE {website} AND kind = 'reminder' AND status = 'sent'
--: payment-reminders /recent_sent_reminders payments_service
SELECT count(*) FROM reminder WHERE {website} AND kind = 'reminder' AND status = 'sent' AND sent_at > now() - interval '6 days'
--: payment-reminders /total_sent_deletion_messages payments_service
SELECT count(*) FROM reminder WHERE {website} AND kind = 'deletion' AND status = 'sent'
--: payment-reminders /outcome_breakdown outcome,reminders payments_service
SELECT outcome, count(*) FROM reminder WHERE {website} AND kind = 'reminder' AND status = 'sent' GROUP BY 1
--: payment-reminders /by_config config_id,sent,paid,expired,open payments_service
SELECT config_id, count(*), count(*) FILTER (WHERE outcome = 'paid'), count(*) FILTER (WHERE outcome = 'expired'), count(*) FILTER (WHERE outcome = 'open')
  FROM reminder WHERE {website} AND kind = 'reminder' AND status = 'sent' GROUP BY 1
--: payment-reminders /by_channel channel,reminders payments_service
SELECT channel, count(*) FROM reminder CROSS JOIN LATERAL (VALUES ('email', by_email), ('notification', by_notification)) AS way (channel, used)
 WHERE {website} AND kind = 'reminder' AND status = 'sent' AND used GROUP BY 1
--: payment-reminders /daily day,reminders payments_service
SELECT (sent_at AT TIME ZONE 'UTC')::date, count(*) FROM reminder WHERE {website} AND kind = 'reminder' AND status = 'sent' GROUP BY 1

--: special-orders /summary/total_orders special_orders_service
SELECT count(*) FROM special_order WHERE {website}
--: special-orders /summary/inquiry_orders special_orders_service
SELECT count(*) FROM special_order WHERE {website} AND status = 'inquiry'
--: special-orders /summary/awaiting_approval special_orders_service
SELECT count(*) FROM special_order WHERE {website} AND status = 'awaiting_approval'
--: special-orders /summary/in_progress special_orders_service
SELECT count(*) FROM special_order WHERE {website} AND status = 'in_progress'
--: special-orders /summary/completed special_orders_service
SELECT count(*) FROM special_order WHERE {website} AND status = 'completed'
--: special-orders /summary/needs_approval special_orders_service
SELECT count(*) FROM special_order WHERE {website} AND status = 'awaiting_approval' AND NOT approved
--: special-orders /summary/needs_estimation special_orders_service
SELECT count(*) FROM special_order WHERE {website} AND status = 'inquiry' AND order_type = 'estimated' AND coalesce(admin_approved_cost, total_cost) IS NULL
--: special-orders /summary/recent_orders special_orders_service
SELECT count(*) FROM special_order WHERE {website} AND created_at > now() - interval '29 days'
--: special-orders /summary/total_revenue special_orders_service
SELECT coalesce(sum(coalesce(admin_approved_cost, total_cost)), 0) FROM special_order WHERE {website} AND currency = '{currency}' AND status = 'completed'
--: special-orders /summary/avg_order_value special_orders_service
SELECT coalesce(round(avg(coalesce(admin_approved_cost, total_cost)), 2), 0) FROM special_order WHERE {website} AND currency = '{currency}'
--: special-orders /summary/pending_installments special_orders_service
SELECT count(*) FROM installment JOIN special_order ON special_order.id = order_id WHERE special_order.{website} AND installment.status = 'unpaid' AND special_order.status <> 'cancelled'
--: special-orders /status_breakdown status,count,total_value special_orders_service
SELECT status, count(*), coalesce(sum(coalesce(admin_approved_cost, total_cost)) FILTER (WHERE currency = '{currency}'), 0) FROM special_order WHERE {website} GROUP BY 1
--: special-orders /type_breakdown order_type,count,completed,total_revenue special_orders_service
SELECT order_type, count(*), count(*) FILTER (WHERE status = 'completed'),
       coalesce(sum(coalesce(admin_approved_cost, total_cost)) FILTER (WHERE status = 'completed' AND currency = '{currency}'), 0)
  FROM special_order WHERE {website} GROUP BY 1

--: special-orders/analytics /count special_orders_service
SELECT count(*) FROM special_order WHERE {website}
--: special-orders/analytics /completed special_orders_service
SELECT count(*) FROM special_order WHERE {website} AND status = 'completed'
--: special-orders/analytics /monthly_trends month,count,completed,total_revenue special_orders_service
SELECT date_trunc('month', created_at AT TIME ZONE 'UTC')::date, count(*), count(*) FILTER (WHERE status = 'completed'),
       coalesce(sum(coalesce(admin_approved_cost, total_cost)) FILTER (WHERE status = 'completed' AND currency = '{currency}'), 0)
  FROM special_order WHERE {website} GROUP BY 1
--: special-orders/analytics /weekly_trends week,count,completed,total_revenue special_orders_service
SELECT date_trunc('week', created_at AT TIME ZONE 'UTC')::date, count(*), count(*) FILTER (WHERE status = 'completed'),
       coalesce(sum(coalesce(admin_approved_cost, total_cost)) FILTER (WHERE status = 'completed' AND currency = '{currency}'), 0)
  FROM special_order WHERE {website} GROUP BY 1
--: special-orders/analytics /status_trends status,count special_orders_service
SELECT status, count(*) FROM special_order WHERE {website} GROUP BY 1
--: special-orders/analytics /predefined_breakdown predefined_type,count,completed,total_revenue special_orders_service
SELECT predefined_type_name, count(*), count(*) FILTER (WHERE status = 'completed'),
       coalesce(sum(coalesce(admin_approved_cost, total_cost)) FILTER (WHERE status = 'completed' AND currency = '{currency}'), 0)
  FROM special_order WHERE {website} AND order_type = 'predefined' GROUP BY 1

--: special-orders/installments /total_installments special_orders_service
SELECT count(*) FROM installment JOIN special_order ON special_order.id = order_id
 WHERE special_order.{website} AND (installment.status = 'paid' OR installment.status = 'unpaid' AND special_order.status <> 'cancelled')
--: special-orders/installments /paid special_orders_service
SELECT count(*) FROM installment WHERE {website} AND status = 'paid'
--: special-orders/installments /unpaid special_orders_service
SELECT count(*) FROM installment JOIN special_order ON special_order.id = order_id WHERE special_order.{website} AND installment.status = 'unpaid' AND special_order.status <> 'cancelled'
--: special-orders/installments /overdue special_orders_service
SELECT count(*) FROM installment JOIN special_order ON special_order.id = order_id
 WHERE special_order.{website} AND installment.status = 'unpaid' AND special_order.status <> 'cancelled' AND (due_at AT TIME ZONE 'UTC')::date < (now() AT TIME ZONE 'UTC')::date
--: special-orders/installments /total_due special_orders_service
SELECT coalesce(sum(amount), 0) FROM installment JOIN special_order ON special_order.id = order_id
 WHERE special_order.{website} AND installment.status = 'unpaid' AND special_order.status <> 'cancelled' AND special_order.currency = '{currency}'
--: special-orders/installments /total_paid special_orders_service
SELECT coalesce(sum(amount), 0) FROM installment WHERE {website} AND status = 'paid' AND currency = '{currency}'

--: tips /summary/total_tips payments_service
SELECT count(*) FROM tip WHERE {website}
--: tips /summary/total_tip_amount payments_service
SELECT coalesce(sum(amount), 0) FROM tip WHERE {website} AND currency = '{currency}'
--: tips /summary/total_writer_earnings payments_service
SELECT coalesce(sum(writer_earning), 0) FROM tip WHERE {website} AND currency = '{currency}'
--: tips /summary/total_platform_profit payments_service
SELECT coalesce(sum(platform_profit), 0) FROM tip WHERE {website} AND currency = '{currency}'
--: tips /summary/avg_tip_amount payments_service
SELECT coalesce(round(avg(amount), 2), 0) FROM tip WHERE {website} AND currency = '{currency}'
--: tips /summary/avg_writer_percentage payments_service
SELECT coalesce(round(avg(writer_percentage), 2), 0) FROM tip WHERE {website}
--: tips /type_breakdown tip_type,count,total_amount,writer_earnings,platform_profit payments_service
SELECT type, count(*), coalesce(sum(amount) FILTER (WHERE currency = '{currency}'), 0), coalesce(sum(writer_earning) FILTER (WHERE currency = '{currency}'), 0),
       coalesce(sum(platform_profit) FILTER (WHERE currency = '{currency}'), 0) FROM tip WHERE {website} GROUP BY 1
--: tips /payment_status_breakdown payment_status,count,total_amount payments_service
SELECT payment_status, count(*), coalesce(sum(amount) FILTER (WHERE currency = '{currency}'), 0) FROM tip WHERE {website} GROUP BY 1
--: tips /level_breakdown level,count,total_amount payments_service
SELECT level_name, count(*), coalesce(sum(amount) FILTER (WHERE currency = '{currency}'), 0) FROM tip WHERE {website} GROUP BY 1

--: tips/analytics /summary/total_tips payments_service
SELECT count(*) FROM tip WHERE {website}
--: tips/analytics /trends/daily day,count,total_amount payments_service
SELECT (created_at AT TIME ZONE 'UTC')::date, count(*), coalesce(sum(amount) FILTER (WHERE currency = '{currency}'), 0) FROM tip WHERE {website} GROUP BY 1
--: tips/analytics /trends/monthly month,count,total_amount payments_service
SELECT date_trunc('month', created_at AT TIME ZONE 'UTC')::date, count(*), coalesce(sum(amount) FILTER (WHERE currency = '{currency}'), 0) FROM tip WHERE {website} GROUP BY 1
--: tips/analytics /breakdowns/by_type tip_type,count,total_amount payments_service
SELECT type, count(*), coalesce(sum(amount) FILTER (WHERE currency = '{currency}'), 0) FROM tip WHERE {website} GROUP BY 1
--: tips/analytics /top_performers/writers writer_id,count,total_amount,writer_earnings payments_service
SELECT writer_id, count(*), sum(amount), sum(writer_earning) FROM tip WHERE {website} AND currency = '{currency}' AND payment_status = 'completed'
 GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT 10
--: tips/analytics /top_performers/clients client_id,count,total_amount payments_service
SELECT client_id, count(*), sum(amount) FROM tip WHERE {website} AND currency = '{currency}' AND payment_status = 'completed'
 GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT 10

--: tips/earnings /overall/total_tips payments_service
SELECT count(*) FROM tip WHERE {website} AND payment_status = 'completed'
--: tips/earnings /overall/total_tip_amount payments_service
SELECT coalesce(sum(amount), 0) FROM tip WHERE {website} AND currency = '{currency}' AND payment_status = 'completed'
--: tips/earnings /overall/total_refunded payments_service
SELECT coalesce(sum(refunded_amount), 0) FROM tip WHERE {website} AND currency = '{currency}' AND payment_status = 'completed'
--: tips/earnings /overall/net_writer_earnings payments_service
SELECT coalesce(sum(writer_earning - writer_earning_refunded), 0) FROM tip WHERE {website} AND currency = '{currency}' AND payment_status = 'completed'
--: tips/earnings /overall/net_platform_profit payments_service
SELECT coalesce(sum(platform_profit - refunded_amount + writer_earning_refunded), 0) FROM tip WHERE {website} AND currency = '{currency}' AND payment_status = 'completed'
--: tips/earnings /by_level level,total_tips,total_tip_amount,total_writer_earnings payments_service
SELECT level_name, count(*), coalesce(sum(amount) FILTER (WHERE currency = '{currency}'), 0), coalesce(sum(writer_earning) FILTER (WHERE currency = '{currency}'), 0)
  FROM tip WHERE {website} AND payment_status = 'completed' GROUP BY 1

--: payments /summary/total_payments payments_service
SELECT count(*) FROM payment WHERE {website}
--: payments /summary/paid_payments payments_service
SELECT count(*) FROM payment WHERE {website} AND completed_at IS NOT NULL
--: payments /summary/pending_payments payments_service
SELECT count(*) FROM payment WHERE {website} AND status IN ('pending', 'processing')
--: payments /summary/failed_payments payments_service
SELECT count(*) FROM payment WHERE {website} AND status = 'failed'
--: payments /summary/cancelled_payments payments_service
SELECT count(*) FROM payment WHERE {website} AND status = 'cancelled'
--: payments /summary/refunded_payments payments_service
SELECT count(*) FROM payment WHERE {website} AND status IN ('partially_refunded', 'refunded')
--: payments /summary/total_amount payments_service
SELECT coalesce(sum(amount), 0) FROM payment WHERE {website} AND currency = '{currency}'
--: payments /summary/total_paid payments_service
SELECT coalesce(sum(amount), 0) FROM payment WHERE {website} AND currency = '{currency}' AND completed_at IS NOT NULL
--: payments /summary/total_refunded payments_service
SELECT coalesce(sum(refunded_amount), 0) FROM payment WHERE {website} AND currency = '{currency}'
--: payments /status_breakdown status,payments,amount payments_service
SELECT status, count(*), coalesce(sum(amount) FILTER (WHERE currency = '{currency}'), 0) FROM payment WHERE {website} GROUP BY 1
--: payments /type_breakdown kind,payments,paid payments_service
SELECT kind, count(*), count(*) FILTER (WHERE completed_at IS NOT NULL) FROM payment WHERE {website} GROUP BY 1
--: payments /daily day,payments payments_service
SELECT (created_at AT TIME ZONE 'UTC')::date, count(*) FROM payment WHERE {website} GROUP BY 1
--: payments /daily day,paid,revenue payments_service
SELECT (completed_at AT TIME ZONE 'UTC')::date, count(*), coalesce(sum(amount) FILTER (WHERE currency = '{currency}'), 0)
  FROM payment WHERE {website} AND completed_at IS NOT NULL GROUP BY 1

--: writers /summary/total_writers writer_service
SELECT count(*) FROM writer_profile WHERE {website}
--: writers /summary/active_writers writer_service
SELECT count(*) FROM writer_profile WHERE {website} AND is_active
--: writers /summary/available_writers writer_service
SELECT count(*) FROM writer_profile WHERE {website} AND is_active AND is_available_for_auto_assignments
--: writers /summary/avg_rating writer_service
SELECT round(avg(rating), 2) FROM writer_profile WHERE {website} AND reviews > 0
--: writers /summary/total_reviews writer_service
SELECT coalesce(sum(reviews), 0) FROM writer_profile WHERE {website}
--: writers /summary/completed_orders writer_service
SELECT coalesce(sum(completed_orders), 0) FROM writer_profile WHERE {website}
--: writers /summary/active_orders writer_service
SELECT coalesce(sum(active_orders), 0) FROM writer_profile WHERE {website}
--: writers /summary/open_order_requests writer_service
SELECT count(*) FROM order_request WHERE {website} AND status = 'open'
--: writers /summary/total_earnings writer_service
SELECT coalesce(sum(total_earnings), 0) FROM writer_profile JOIN website ON website.id = writer_profile.website WHERE writer_profile.{website} AND currency = '{currency}'
--: writers /status_breakdown status,writers writer_service
SELECT status, count(*) FROM writer_profile WHERE {website} GROUP BY 1
--: writers /level_breakdown level,writers writer_service
SELECT writer_level.name, count(*) FROM writer_profile LEFT JOIN writer_level ON writer_level.id = level_id WHERE writer_profile.{website} GROUP BY 1
--: writers /order_requests status,requests writer_service
SELECT status, count(*) FROM order_request WHERE {website} GROUP BY 1

--: tickets /summary/total_tickets writer_service
SELECT count(*) FROM ticket WHERE {website}
--: tickets /summary/open_tickets writer_service
SELECT count(*) FROM ticket WHERE {website} AND status IN ('open', 'in_progress')
--: tickets /summary/unassigned_open_tickets writer_service
SELECT count(*) FROM ticket WHERE {website} AND status IN ('open', 'in_progress') AND assigned_to IS NULL
--: tickets /status_breakdown status,tickets writer_service
SELECT status, count(*) FROM ticket WHERE {website} GROUP BY 1
--: tickets /category_breakdown category,tickets,open_tickets writer_service
SELECT category, count(*), count(*) FILTER (WHERE status IN ('open', 'in_progress')) FROM ticket WHERE {website} GROUP BY 1
--: tickets /assignee_breakdown assigned_to,tickets,open_tickets writer_service
SELECT assigned_to, count(*), count(*) FILTER (WHERE status IN ('open', 'in_progress')) FROM ticket WHERE {website} GROUP BY 1
--: tickets /daily day,opened writer_service
SELECT (created_at AT TIME ZONE 'UTC')::date, count(*) FROM ticket WHERE {website} GROUP BY 1

--: overview /users/total_users writer_service
SELECT count(*) FROM account WHERE {website} AND role NOT IN ('admin', 'superadmin')
--: overview /payment_reminders/total_sent_reminders payments_service
SELECT count(*) FROM reminder WHERE {website} AND kind = 'reminder' AND status = 'sent'
--: overview /special_orders/total_orders special_orders_service
SELECT count(*) FROM special_order WHERE {website}
--: overview /tips/total_tips payments_service
SELECT count(*) FROM tip WHERE {website}
--: overview /payments/total_payments payments_service
SELECT count(*) FROM payment WHERE {website}
--: overview /writers/total_writers writer_service
SELECT count(*) FROM writer_profile WHERE {website}
--: overview /tickets/total_tickets writer_service
SELECT count(*) FROM ticket WHERE {website}

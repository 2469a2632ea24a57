-- Visits: begun here.

select 1;

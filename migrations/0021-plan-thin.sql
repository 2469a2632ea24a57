-- Targets: begun here.

select 1;

-- One’s own record: begun here.

select 1;

export const doctorVi = {
  node: (version: string) => `Node ${version}.`,
  nodeOld: (version: string) =>
    `Node ${version} chạy được, nhưng hãng đã ngừng vá lỗi từ tháng 4/2026. Nên dùng Node 24.`,
  notStarted: (dataDir: string) => `Chưa có dữ liệu ở ${dataDir}: Bậc Thang chưa khởi động lần nào.`,
  folder: (dataDir: string) => `Thư mục dữ liệu ${dataDir}: ghi được, chỉ chủ sở hữu đọc được.`,
  folderClosed: (dataDir: string) => `Không ghi được vào ${dataDir}.`,
  folderOpen: (dataDir: string, mode: string) => `Người khác trên máy đọc được ${dataDir} (quyền ${mode}).`,
  disk: (free: string) => `Đĩa còn trống ${free}.`,
  diskLow: (free: string) => `Đĩa chỉ còn trống ${free}. Nên dọn bớt trước khi đầy.`,
  diskMend: 'df -h; du -sh var/*',
  database: (major: number) => `PostgreSQL ${major} trả lời.`,
  migrations: (through: number) => `Cơ sở dữ liệu ở bước ${through}, đúng với chương trình.`,
  migrationsPending: (from: number, to: number) =>
    `Cơ sở dữ liệu ở bước ${from}, chương trình cần bước ${to}: lần khởi động tới sẽ tự sao lưu rồi nâng cấp.`,
  serving: (pid: number, address: string) => `Đang chạy: tiến trình ${pid}${address === '' ? '' : `, ${address}`}.`,
  notServing: 'Máy chủ hiện không chạy.',
  index: (size: string) => `Chỉ mục tìm kiếm có bản lưu trên đĩa (${size}).`,
  noIndex: 'Chỉ mục tìm kiếm chưa có bản lưu; máy chủ sẽ dựng từ cơ sở dữ liệu khi chạy.',
  demo: 'Đang dùng tỉnh mẫu, chỉ mở cho máy này.',
  demoOpen: (accounts: number) =>
    `Có ${accounts} tài khoản mẫu mà máy mở ra ngoài (HOST hoặc TRUSTED_PROXY): ai thấy màn hình khởi động cũng vào được.`,
  noAdministrator: 'Chưa có người quản trị.',
  administrators: (count: number) => `Có ${count} người quản trị.`,
  secondFactor: 'Mọi tài khoản nghiệp vụ đã bật bảo vệ hai bước.',
  noSecondFactor: (count: number) =>
    `${count} tài khoản nghiệp vụ chưa bật bảo vệ hai bước; họ sẽ được nhắc ở lần đăng nhập tới.`,
  loopback: (host: string) => `Chỉ máy này truy cập được (HOST=${host}).`,
  behindProxy: (proxy: string) => `Đứng sau máy chủ trung gian ${proxy}.`,
  proxyBypassed: (host: string) =>
    `Có TRUSTED_PROXY nhưng HOST=${host} vẫn mở thẳng ra mạng. Nếu máy chủ trung gian ở cùng máy, nên để HOST=127.0.0.1.`,
  tls: (until: string) => `Chứng thư TLS dùng được tới ${until}.`,
  tlsEnding: (until: string) => `Chứng thư TLS hết hạn ${until}.`,
  tlsMend: 'xem docs/operating.md, mục TLS',
  tlsBroken: (why: string) => `Không dùng được TLS_CERT, TLS_KEY: ${why}.`,
  plain: (host: string) =>
    `Máy mở ra mạng (HOST=${host}) mà không mã hóa: mật khẩu đi qua mạng ở dạng đọc được, máy ảnh và thông báo đẩy không dùng được.`,
  mailFolder: (folder: string) =>
    `Chưa có máy chủ thư (MAIL_URL): thư nằm thành tệp trong ${folder}, không tới tay ai.`,
  mailServer: (host: string, from: string) => `Thư gửi qua ${host}, từ ${from}.`,
  linksNowhere: (url: string) => `Đường dẫn trong thư bắt đầu bằng ${url}: bạn đọc không mở được.`,
  linksMend: 'đặt PUBLIC_URL, xem docs/operating.md, mục Thư điện tử',
  backup: (days: number) => (days === 0 ? 'Sao lưu gần nhất: hôm nay.' : `Sao lưu gần nhất: ${days} ngày trước.`),
  backupOld: (days: number) => `Bản sao lưu gần nhất đã ${days} ngày.`,
  noBackup: 'Chưa có bản sao lưu nào.',
  clock: (at: string) => `Đồng hồ máy: ${at}.`,
  clockBehind: (at: string, newest: string) =>
    `Đồng hồ máy (${at}) chậm hơn việc đã ghi gần nhất (${newest}). Ngày mượn, ngày trả sẽ sai.`,
  clockMend: 'timedatectl set-ntp true',
  allWell: 'Mọi thứ ổn.',
  toMend: (count: number) => `Có ${count} việc cần sửa.`,
  mend: (command: string) => `Sửa: ${command}`,
}
